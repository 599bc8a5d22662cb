package dev.gdwire.benchmarks.wire;

/** How many connections are served. */
enum Served {
    /** As most people would: handlers, which run on a few threads of their own. */
    HANDLERS("`GodotServer`, `sharedThreads(1)`"),
    /** By a listener that answers within its event, on the driver's one thread. */
    LISTENER("`SelectorDriver`, a listener");

    private final String label;

    Served(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
