package dev.gdwire.gen.fingerprint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the types or rules that refer to each other in circles: the strongly connected components
 * of a graph, by Tarjan's algorithm, with a stack of its own since chains may be long.
 */
final class Circles<T extends Comparable<T>> {
    private record Visit<T>(T name, Iterator<T> targets) {}

    private final Map<T, ? extends Collection<T>> edges;
    private final Map<T, Integer> index = new HashMap<>();
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Deque<T> open = new ArrayDeque<>();
    private final Set<T> isOpen = new HashSet<>();
    private final Map<T, SortedSet<T>> circles = new HashMap<>();

    private Circles(Map<T, ? extends Collection<T>> edges) {
        this.edges = edges;
    }

    /** The circle of each type that is in one; others are missing. */
    static <T extends Comparable<T>> Map<T, SortedSet<T>> of(
            Map<T, ? extends Collection<T>> edges) {
        Circles<T> circles = new Circles<>(edges);
        for (T name : edges.keySet()) {
            if (!circles.index.containsKey(name)) {
                circles.visit(name);
            }
        }
        return circles.circles;
    }

    private void visit(T start) {
        Deque<Visit<T>> visits = new ArrayDeque<>();
        visits.push(begin(start));
        while (!visits.isEmpty()) {
            Visit<T> visit = visits.peek();
            if (visit.targets().hasNext()) {
                T target = visit.targets().next();
                if (!index.containsKey(target)) {
                    visits.push(begin(target));
                } else if (isOpen.contains(target)) {
                    lowest.merge(visit.name(), index.get(target), Math::min);
                }
            } else {
                visits.pop();
                end(visit.name());
                if (!visits.isEmpty()) {
                    lowest.merge(visits.peek().name(), lowest.get(visit.name()), Math::min);
                }
            }
        }
    }

    private Visit<T> begin(T name) {
        index.put(name, index.size());
        lowest.put(name, index.get(name));
        open.push(name);
        isOpen.add(name);
        return new Visit<>(name, edges.get(name).iterator());
    }

    private void end(T name) {
        if (!lowest.get(name).equals(index.get(name))) {
            return;
        }
        SortedSet<T> members = new TreeSet<>();
        T member;
        do {
            member = open.pop();
            isOpen.remove(member);
            members.add(member);
        } while (!member.equals(name));
        if (members.size() > 1 || edges.get(name).contains(name)) {
            members.forEach(each -> circles.put(each, members));
        }
    }
}
