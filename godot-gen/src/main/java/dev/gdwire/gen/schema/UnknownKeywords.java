package dev.gdwire.gen.schema;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the words that no draft knows. Each is told of once a file, at its first place: large
 * schemas have remarks of their own in hundreds of places.
 */
final class UnknownKeywords {
    private record Word(String file, String keyword) implements Comparable<Word> {
        @Override
        public int compareTo(Word other) {
            int files = file.compareTo(other.file);
            return files != 0 ? files : keyword.compareTo(other.keyword);
        }
    }

    private record Seen(Place first, int times) {}

    private final Map<Word, Seen> seen = new TreeMap<>();
    private final Problems problems;

    UnknownKeywords(Problems problems) {
        this.problems = problems;
    }

    void add(Location location, String keyword) {
        Place place = location.key(keyword);
        seen.merge(
                new Word(location.file().path(), keyword),
                new Seen(place, 1),
                (before, unused) ->
                        new Seen(
                                place.compareTo(before.first()) < 0 ? place : before.first(),
                                before.times() + 1));
    }

    void report() {
        seen.forEach(
                (word, places) ->
                        problems.warning(
                                ProblemId.UNKNOWN_KEYWORD,
                                places.first(),
                                "JSON Schema has no keyword \""
                                        + word.keyword()
                                        + "\": it has no effect"
                                        + more(places.times()),
                                Suggestion.of(word.keyword(), Keywords.all())
                                        .orElse(
                                                "name it x-"
                                                        + word.keyword()
                                                        + " if it is a remark of your own")));
    }

    private static String more(int times) {
        return times == 1 ? "" : ", here and in " + (times - 1) + " other places";
    }
}
