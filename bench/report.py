#!/usr/bin/env python3
"""Measure the review report in headless Chromium: its size, how it opens, and how it scrolls.

    python bench/report.py REPORT.html

Needs Debian's chromium and Playwright (a development dependency). Times are in milliseconds of the
browser's own clock; one frame at 60 a second is 16.7.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

#: Scrolls from top to bottom in steps of `step` pixels, one a frame, and gives the frame times.
SCROLL = """async step => {
    const frame = () => new Promise(requestAnimationFrame);
    const times = [];
    scrollTo({ top: 0, behavior: 'instant' });
    let last = await frame();
    for (let at = 0; at < document.documentElement.scrollHeight - innerHeight; at += step) {
        scrollTo({ top: at, behavior: 'instant' });
        const now = await frame();
        times.push(now - last);
        last = now;
    }
    return times.sort((one, other) => one - other);
}"""

#: How long a control keeps the page busy, up to the frame that shows its result.
CONTROL = """async act => {
    const start = performance.now();
    eval(act);
    await new Promise(requestAnimationFrame);
    document.body.getBoundingClientRect();
    return performance.now() - start;
}"""
CONTROLS = {
    "next change": "document.getElementById('next').click()",
    "side by side": "document.getElementById('view-sides').click()",
    "inline": "document.getElementById('view-inline').click()",
    "changes only": "document.getElementById('only').click()",
    "whole text": "document.getElementById('only').click()",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("--step", type=int, default=400, help="pixels a frame")
    arguments = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        # The page's own policy forbids it to be measured from inside by `eval`.
        page = browser.new_context(bypass_csp=True).new_page()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto("about:blank")
        page.goto(arguments.report.resolve().as_uri())
        timing = page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
        paint = page.evaluate("performance.getEntriesByType('paint').map(each => each.startTime)")
        frames = page.evaluate(SCROLL, arguments.step)
        found = {
            "bytes": arguments.report.stat().st_size,
            "changes": page.locator(".change").count(),
            "elements": page.locator("*").count(),
            "first paint": round(min(paint)) if paint else None,
            "interactive": round(timing["domInteractive"]),
            "loaded": round(timing["loadEventEnd"]),
            "frames": len(frames),
            "frame median": round(frames[len(frames) // 2], 1),
            "frame 95 %": round(frames[len(frames) * 95 // 100], 1),
            "frame worst": round(frames[-1], 1),
            **{name: round(page.evaluate(CONTROL, act)) for name, act in CONTROLS.items()},
        }
        sys.stdout.write(f"{json.dumps(found, indent=1)}\n")
        browser.close()


if __name__ == "__main__":
    main()
