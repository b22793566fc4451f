"""Speed, as ratios measured side by side in one run: ``make bench``. It prints figures and asserts none."""
