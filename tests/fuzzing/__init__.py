"""Whatever bytes come in, an answer comes out: what a fuzzer tries at random, and what it once found."""
