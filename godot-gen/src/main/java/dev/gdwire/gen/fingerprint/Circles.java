package dev.gdwire.gen.fingerprint;

import dev.gdwire.gen.ir.TypeName;
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
 * Finds the types that refer to each other in circles: the strongly connected components of a
 * graph, by Tarjan's algorithm, with a stack of its own since chains may be long.
 */
final class Circles {
    private record Visit(TypeName name, Iterator<TypeName> targets) {}

    private final Map<TypeName, ? extends Collection<TypeName>> edges;
    private final Map<TypeName, Integer> index = new HashMap<>();
    private final Map<TypeName, Integer> lowest = new HashMap<>();
    private final Deque<TypeName> open = new ArrayDeque<>();
    private final Set<TypeName> isOpen = new HashSet<>();
    private final Map<TypeName, SortedSet<TypeName>> circles = new HashMap<>();

    private Circles(Map<TypeName, ? extends Collection<TypeName>> edges) {
        this.edges = edges;
    }

    /** The circle of each type that is in one; others are missing. */
    static Map<TypeName, SortedSet<TypeName>> of(
            Map<TypeName, ? extends Collection<TypeName>> edges) {
        Circles circles = new Circles(edges);
        for (TypeName name : edges.keySet()) {
            if (!circles.index.containsKey(name)) {
                circles.visit(name);
            }
        }
        return circles.circles;
    }

    private void visit(TypeName start) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(begin(start));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (visit.targets().hasNext()) {
                TypeName target = visit.targets().next();
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

    private Visit begin(TypeName name) {
        index.put(name, index.size());
        lowest.put(name, index.get(name));
        open.push(name);
        isOpen.add(name);
        return new Visit(name, edges.get(name).iterator());
    }

    private void end(TypeName name) {
        if (!lowest.get(name).equals(index.get(name))) {
            return;
        }
        SortedSet<TypeName> members = new TreeSet<>();
        TypeName member;
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
