package dev.gdwire.integration.attack;

import java.time.Duration;

/**
 * How long attacks last, and which there are. {@code -Dattacks=long} makes them long; else they are
 * as short as the gate needs them. {@code -Dattacks.only=PINGS.*} leaves out the others.
 *
 * @param time of each attack
 */
record Extent(Duration time) {
    static final Extent CHOSEN =
            "long".equals(System.getProperty("attacks"))
                    ? new Extent(Duration.ofSeconds(10))
                    : new Extent(Duration.ofMillis(250));

    private static final String ONLY = System.getProperty("attacks.only", ".*");

    /** Whether an attack is among those that are asked for. */
    boolean has(Attack attack) {
        return attack.name().matches(ONLY);
    }
}
