"""Markdown to HTML, cleaned: a problem's statement, hints and editorial come from a folder that anyone may have
written."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "del", "s", "code", "pre", "blockquote"}
TAGS |= {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "a"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}, "code": {"class"}}
_MARKDOWN = MarkdownIt("commonmark", {"html": True, "typographer": False}).enable(["table", "strikethrough"])
_HEADING = re.compile(r"<(/?)h([1-5])>")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


@lru_cache(maxsize=512)
def render(text: str) -> Markup:
    """HTML of `text`. Headings sink one level, since the page's own is the first; wide tables and code can be scrolled
    by keyboard."""
    html = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}>", _MARKDOWN.render(text))
    html = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel="noopener noreferrer")
    html = html.replace("<pre>", '<pre tabindex="0">')
    return Markup(_TABLE.sub(lambda found: f'<div class="scroll" tabindex="0">{found[0]}</div>', html))
