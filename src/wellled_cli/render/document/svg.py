"""Pictures as inline SVG, with title and description; sizes fit a phone and a page alike."""

from collections.abc import Iterator
from html import escape

from wellled_cli.render.document.parts import Bar, Bars, Picture, Scale
from wellled_cli.render.visible import one_line

_WIDTH = 360
_LEFT, _RIGHT = 4, 356
_ROW = 54
_LONGEST = 60
_SHADES = ("#dbe0e3", "#b6c7d6", "#7fa3c4", "#3d6f9e", "#1d4f7c", "#0b2f50")


def render(picture: Picture, name: str) -> str:
    """Give a picture as an SVG element; `name` is unique in its document."""
    height, parts = _scale(picture) if isinstance(picture, Scale) else _bars(picture)
    title, description = _text(picture.title), _text(picture.description)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{name}-title {name}-description">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-description">{description}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _scale(scale: Scale) -> tuple[int, list[str]]:
    parts = []
    for number, (rating, lowest, highest) in enumerate(scale.bands):
        left, right = _on_scale(lowest), _on_scale(highest + 1)
        shade = _shade(number, len(scale.bands))
        parts.append(_rect(left, 30, right - left, 22, shade))
        top = 74 + number * 18
        parts += (_rect(_LEFT, top - 11, 14, 14, shade), _words(_LEFT + 22, top, f"{lowest} to {highest}: {rating}"))
    at = _on_scale(scale.score + 0.5)
    parts.append(f'<path d="M{at:.1f} 30 l-7 -10 h14 z" class="ink"/><path d="M{at:.1f} 28 v26" class="line"/>')
    anchor = "start" if at < _WIDTH * 0.1 else "end" if at > _WIDTH * 0.9 else "middle"
    parts.append(_words(at, 14, str(scale.score), f' text-anchor="{anchor}" font-weight="bold"'))
    return 74 + len(scale.bands) * 18, parts


def _on_scale(score: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(score, 101) / 101


def _bars(bars: Bars) -> tuple[int, list[str]]:
    parts = [part for number, bar in enumerate(bars.bars) for part in _bar(bar, 14 + number * _ROW, bars.most)]
    return len(bars.bars) * _ROW + 4, parts


def _bar(bar: Bar, top: int, most: float | None) -> Iterator[str]:
    end = most or max(bar.value, bar.mark or 0) * 1.15 or 1
    room = _RIGHT - _LEFT
    yield _words(_LEFT, top, _cut(bar.label))
    yield _words(_LEFT, top + 32, _cut(bar.words), ' font-size="11"')
    yield _rect(_LEFT, top + 6, room, 12, "#ffffff")
    yield _rect(_LEFT, top + 6, room * min(bar.value / end, 1), 12, _SHADES[3])
    if bar.mark is not None:
        at = _LEFT + room * min(bar.mark / end, 1)
        yield f'<path d="M{at:.1f} {top + 3} v18" class="mark"/>'


def _rect(left: float, top: float, width: float, height: float, fill: str) -> str:
    size = f'width="{width:.1f}" height="{height}"'
    return f'<rect x="{left:.1f}" y="{top}" {size} fill="{fill}" stroke="#354550"/>'


def _words(left: float, top: float, text: str, style: str = "") -> str:
    return f'<text x="{left:.1f}" y="{top}"{style}>{_text(text)}</text>'


def _shade(number: int, count: int) -> str:
    return _SHADES[round(number * (len(_SHADES) - 2) / max(count - 1, 1))]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _text(text: str) -> str:
    return escape(one_line(text))
