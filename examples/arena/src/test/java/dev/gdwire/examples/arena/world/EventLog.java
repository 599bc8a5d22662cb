package dev.gdwire.examples.arena.world;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a world tells. */
final class EventLog implements ArenaListener {
    private final List<Event> events = new ArrayList<>();

    record Event(String what, int agent, double x, double y, double number) {}

    @Override
    public void targetReached(int agent, double x, double y, int steps) {
        events.add(new Event("reached", agent, x, y, steps));
    }

    @Override
    public void obstacleHit(int agent, double x, double y, double speed) {
        events.add(new Event("hit", agent, x, y, speed));
    }

    List<Event> events() {
        return events;
    }
}
