"""A tree of values, built as they are read: duplicate keys, bombs and loops stop here."""

from dataclasses import dataclass, field

from wellled_cli.model.source import Member, Node, Scalar
from wellled_cli.model.wording import excerpt


class NotReadableError(Exception):
    """The text cannot be read any further: why, and from which character offset to which."""

    def __init__(self, rule: str, message: str, start: int, end: int | None = None) -> None:
        """Keep the rule, the words and the offsets of the fault."""
        super().__init__(message)
        self.rule = rule
        self.start = start
        self.end = start if end is None else end


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

    @property
    def root(self) -> Node | None:
        """The root of the tree; None as long as no value has been read."""
        return self._root

    def scalar(self, start: int, end: int, value: Scalar, anchor: str | None = None) -> None:
        """Add a single value, by its character offsets.

        Raises NotReadableError where the file holds too much, as does all that follows.
        """
        node = Node(start, end, value)
        if anchor is not None:
            self._anchors[anchor] = _Anchored(node, 1, 0, end - start)
        self._add(node)

    def open(self, start: int, anchor: str | None = None, *, mapping: bool) -> None:
        """Begin a mapping or a list; what is added from now on stands in it."""
        self._refuse_depth(len(self._open) + 1, start)
        self._open.append(_Open(start, mapping, anchor))

    def _refuse_depth(self, depth: int, at: int) -> None:
        if depth > self._limits.depth:
            expected = f"at most {self._limits.depth} levels; {HIGHER}: depth"
            message = f"found values nested deeper than any assessment needs, expected {expected}"
            raise NotReadableError("too-deep", message, at)

    def close(self, end: int | None) -> None:
        """End the mapping or list that was begun last; `end` is None where the language marks none."""
        done = self._open.pop()
        end = end or max(done.end, done.start)
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

    def repeat(self, start: int, end: int, anchor: str) -> None:
        """Add the value of an anchor once more."""
        if any(opened.anchor == anchor for opened in self._open):
            message = f"found *{excerpt(anchor)} inside the very value it stands for; write the value out"
            raise NotReadableError("alias-to-itself", message, start, end)
        if anchor not in self._anchors:
            name = excerpt(anchor)
            message = f"found *{name}, but no &{name} before it; text that starts with * belongs in quotes"
            raise NotReadableError("unknown-alias", message, start, end)
        again = self._anchors[anchor]
        self._refuse_depth(len(self._open) + again.depth, start)
        self._refuse_length(again.length, start)
        node = again.node
        if node.members is None and node.items is None:
            node = Node(start, end, node.value)
        self._add(node, again.size, again.depth, start)

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
