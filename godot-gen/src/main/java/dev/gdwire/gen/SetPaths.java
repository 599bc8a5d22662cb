package dev.gdwire.gen;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns paths inside a schema set into paths from the current folder.
 *
 * @param folder the set's folder as the user wrote it, which is also how problems of the folder as
 *     a whole name it
 */
record SetPaths(String folder) {
    Problem located(Problem problem) {
        Place place = problem.place();
        return place.file().equals(folder) ? problem : problem.at(place.in(located(place.file())));
    }

    Map<String, String> located(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(text -> located(text.getKey()), Map.Entry::getValue));
    }

    private String located(String file) {
        return Path.of(folder).resolve(file).normalize().toString();
    }
}
