"""An assessment and its framework to a scorecard, in whole numbers and fractions only."""
