"""The command `wellled explain`."""

from typing import TYPE_CHECKING, Annotated

import typer

from wellled_cli.cli.complete import rules
from wellled_cli.cli.everywhere import Everywhere, everywhere

if TYPE_CHECKING:
    from wellled_cli.model.topic import OwnTopic


@everywhere
def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="The rule, as the output names it; without it all are listed.",
            autocompletion=rules,
        ),
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Explain a rule that the output names.

    What it looks for, why it matters, how to answer it. Topics of the config are explained too.

    \b
    Examples:
      wellled explain
      wellled explain low-score
      wellled explain L1
    """
    from wellled_cli.cli.output import show
    from wellled_cli.flag.manual import manual, origin_pages, topic_pages
    from wellled_cli.frameworks.catalogue import framework_ids, named, shipped
    from wellled_cli.model.errors import UsageFaultError
    from wellled_cli.model.wording import did_you_mean
    from wellled_cli.render.document import reference

    own = _own_topics()
    pages, topics = manual(own), topic_pages(own)
    known = [named(everywhere.framework)] if everywhere.framework else [shipped(name) for name in framework_ids()]
    published = {name: stated.says for framework in known for name, stated in framework.rules.items()}
    if rule is None:
        show(reference.rules(list(pages.items()), list(published.items())), everywhere.color)
    elif rule in topics:
        show(reference.topic_rule(rule, topics[rule], origin_pages()), everywhere.color)
    elif rule in pages:
        show(reference.rule(rule, pages[rule]), everywhere.color)
    elif rule in published:
        stating = [framework for framework in known if rule in framework.rules]
        show(reference.framework_rule(rule, stating), everywhere.color)
    else:
        advice = did_you_mean(rule, [*pages, *published]) or "`wellled explain` lists them all"
        raise UsageFaultError(f'there is no rule "{rule}"; {advice}')


def _own_topics() -> "tuple[OwnTopic, ...]":
    """Give what the config adds to the topics; where it is wrong, nothing, and say so: its faults send people here."""
    from pathlib import Path

    from wellled_cli.cli.output import message
    from wellled_cli.cli.run import config_of
    from wellled_cli.model.errors import UsageFaultError

    try:
        config, _ = config_of(Path.cwd())
    except UsageFaultError as error:
        message(*error.lines)
        return ()
    return config.own_topics if config else ()
