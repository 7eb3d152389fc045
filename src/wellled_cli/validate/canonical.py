"""The same file with every statement under its id, however its writer named it."""

from dataclasses import replace

from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault, Member, Node, Source
from wellled_cli.model.wording import excerpt, fault_message

_LISTS_NAMING_STATEMENTS = ("measures", "breaches", "actions")


def canonical(source: Source, framework: Framework) -> Source:
    """Give the source with titles and ids in any case replaced by ids; what is not known stays as it is.

    A statement named twice, in whatever ways, is a fault of the source; the first counts.
    """
    if source.root is None or source.root.members is None:
        return source
    members = dict(source.root.members)
    faults: list[Fault] = []
    if "statements" in members:
        members["statements"] = members["statements"]._replace(node=_ids_as_keys(source, framework, faults))
    for name in _LISTS_NAMING_STATEMENTS:
        if name in members:
            members[name] = members[name]._replace(node=_ids_as_values(members[name].node, framework))
    return replace(source, root=source.root._replace(members=members), faults=(*source.faults, *faults))


def _ids_as_keys(source: Source, framework: Framework, faults: list[Fault]) -> Node:
    statements = source.node(("statements",))
    if statements is None or statements.members is None:
        return statements or Node(0, 0)
    renamed: dict[str, Member] = {}
    for key, member in statements.members.items():
        entry = framework.statement(key)
        name = entry.id if entry else key
        if name in renamed:
            message = fault_message(
                ("statements",), f'"{excerpt(key)}", which is {name} once more', "each statement once"
            )
            faults.append(Fault("duplicate-key", source.place(member.key.start, member.key.end), message))
        else:
            renamed[name] = member
    return statements._replace(members=renamed)


def _ids_as_values(entries: Node, framework: Framework) -> Node:
    if not entries.items:
        return entries
    return entries._replace(items=tuple(_id_as_value(entry, framework) for entry in entries.items))


def _id_as_value(entry: Node, framework: Framework) -> Node:
    named = (entry.members or {}).get("statement")
    if entry.members is None or named is None or not isinstance(named.node.value, str):
        return entry
    statement = framework.statement(named.node.value)
    if statement is None:
        return entry
    node = named.node._replace(value=statement.id)
    return entry._replace(members={**entry.members, "statement": Member(named.key, node)})
