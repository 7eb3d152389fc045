"""Events to a tree of values: duplicate keys, bombs and loops stop here."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wellled_cli.load.events import Closed, Event, NotReadableError, Opened, Repeated, ScalarFound
from wellled_cli.model.source import Member, Node
from wellled_cli.model.wording import excerpt


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be before it is refused rather than read."""

    size: int = 2_000_000
    """How many bytes an assessment may have, and how many characters its aliases may repeat."""
    source: int = 10_000_000
    """How many bytes a page, JSON or sheet may have that is imported."""
    depth: int = 50
    """How deep values may stand in one another."""
    values: int = 50_000
    """How many keys and values there may be, those that are repeated by an alias counted each time."""


HIGHER = "a higher limit can be set in wellled.toml, under [limits]"
"""What can be done about a file that is beyond a limit; the name of the limit follows after a colon."""


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    start: int
    mapping: bool
    anchor: str | None
    members: dict[str, Member] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: Node | None = None
    end: int = 0
    size: int = 1
    depth: int = 1
    repeated: int = 0
    """How many characters the aliases in it stand for."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that aliases may repeat: how many values it is, how deep, and how many characters."""

    node: Node
    size: int
    depth: int
    length: int


class TreeBuilder:
    """Builds the tree of one file and notes the keys that cannot be kept."""

    def __init__(self, limits: Limits) -> None:
        """Start with nothing read."""
        self.faults: list[NotReadableError] = []
        self._limits = limits
        self._anchors: dict[str, _Anchored] = {}
        self._repeated = 0
        self._open: list[_Open] = []
        self._root: Node | None = None

    def build(self, events: Iterable[Event]) -> Node | None:
        """Give the root of the tree, None for a file with no value in it.

        Raises NotReadableError where the file nests too deep, holds too much or repeats itself for ever.
        """
        for event in events:
            if isinstance(event, ScalarFound):
                node = Node(event.start, event.end, event.value)
                if event.anchor is not None:
                    self._anchors[event.anchor] = _Anchored(node, 1, 0, event.end - event.start)
                self._add(node)
            elif isinstance(event, Opened):
                self._descend(event)
            elif isinstance(event, Closed):
                self._ascend(event)
            else:
                self._repeat(event)
        return self._root

    def _descend(self, event: Opened) -> None:
        self._refuse_depth(len(self._open) + 1, event.start)
        self._open.append(_Open(event.start, event.mapping, event.anchor))

    def _refuse_depth(self, depth: int, at: int) -> None:
        if depth > self._limits.depth:
            expected = f"at most {self._limits.depth} levels; {HIGHER}: depth"
            message = f"found values nested deeper than any assessment needs, expected {expected}"
            raise NotReadableError("too-deep", message, at)

    def _ascend(self, event: Closed) -> None:
        done = self._open.pop()
        end = event.end or max(done.end, done.start)
        if done.mapping:
            node = Node(done.start, end, members=done.members)
        else:
            node = Node(done.start, end, items=tuple(done.items))
        if self._open:
            self._open[-1].repeated += done.repeated
        if done.anchor is not None:
            length = node.end - node.start + done.repeated
            self._anchors[done.anchor] = _Anchored(node, done.size, done.depth, length)
        self._add(node, done.size, done.depth)

    def _repeat(self, event: Repeated) -> None:
        if any(opened.anchor == event.anchor for opened in self._open):
            message = f"found *{excerpt(event.anchor)} inside the very value it stands for; write the value out"
            raise NotReadableError("alias-to-itself", message, event.start, event.end)
        if event.anchor not in self._anchors:
            name = excerpt(event.anchor)
            message = f"found *{name}, but no &{name} before it; text that starts with * belongs in quotes"
            raise NotReadableError("unknown-alias", message, event.start, event.end)
        again = self._anchors[event.anchor]
        self._refuse_depth(len(self._open) + again.depth, event.start)
        self._refuse_length(again.length, event.start)
        node = again.node
        if node.members is None and node.items is None:
            node = Node(event.start, event.end, node.value)
        self._add(node, again.size, again.depth, event.start)

    def _refuse_length(self, length: int, at: int) -> None:
        self._repeated += length
        self._open[-1].repeated += length
        if self._repeated > self._limits.size:
            expected = f"at most {self._limits.size:,} characters of it; {HIGHER}: size"
            raise NotReadableError("too-large", f"found too much text repeated with *, expected {expected}", at)

    def _add(self, node: Node, size: int = 1, depth: int = 0, at: int | None = None) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        parent.size += size
        parent.end = max(parent.end, node.end)
        if depth >= parent.depth:
            parent.depth = depth + 1
        if parent.size > self._limits.values:
            expected = f"at most {self._limits.values:,}, repeated ones counted each time; {HIGHER}: values"
            message = f"found too many values, expected {expected}"
            raise NotReadableError("too-large", message, node.start if at is None else at)
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._keep(parent, parent.key, node)
            parent.key = None

    def _keep(self, parent: _Open, key: Node, node: Node) -> None:
        if not isinstance(key.value, str):
            found = "true" if key.value is True else "false" if key.value is False else "nothing or a list"
            message = f"found {found} as a key, expected a word before the colon"
            self.faults.append(NotReadableError("key-not-text", message, key.start, key.end))
            return
        name = str(key.value)
        if name in parent.members:
            message = f'found the key "{excerpt(name)}" a second time, expected it once; keep one of the two'
            self.faults.append(NotReadableError("duplicate-key", message, key.start, key.end))
        else:
            parent.members[name] = Member(key, node)
