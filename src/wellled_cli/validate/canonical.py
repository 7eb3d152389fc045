"""The same file with every statement under its id, however its writer named it."""

from dataclasses import replace

from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Member, Node, Source

_LISTS_NAMING_STATEMENTS = ("measures", "breaches", "actions")


def canonical(source: Source, framework: Framework) -> Source:
    """Give the source with titles and ids in any case replaced by ids; what is not known stays as it is."""
    if source.root is None or source.root.members is None:
        return source
    members = dict(source.root.members)
    if "statements" in members:
        members["statements"] = _with(members["statements"], _ids_as_keys(members["statements"].node, framework))
    for name in _LISTS_NAMING_STATEMENTS:
        if name in members:
            members[name] = _with(members[name], _ids_as_values(members[name].node, framework))
    return source.with_root(replace(source.root, members=members))


def _with(member: Member, node: Node) -> Member:
    return Member(member.key, node)


def _ids_as_keys(statements: Node, framework: Framework) -> Node:
    if statements.members is None:
        return statements
    renamed: dict[str, Member] = {}
    for key, member in statements.members.items():
        entry = framework.statement(key)
        name = entry.id if entry and entry.id not in renamed else key
        renamed[name] = member
    return replace(statements, members=renamed)


def _ids_as_values(entries: Node, framework: Framework) -> Node:
    return (
        replace(entries, items=tuple(_id_as_value(entry, framework) for entry in entries.items or ()))
        if entries.items
        else entries
    )


def _id_as_value(entry: Node, framework: Framework) -> Node:
    named = (entry.members or {}).get("statement")
    if entry.members is None or named is None or not isinstance(named.node.value, str):
        return entry
    statement = framework.statement(named.node.value)
    if statement is None:
        return entry
    node = replace(named.node, value=statement.id)
    return replace(entry, members={**entry.members, "statement": Member(named.key, node)})
