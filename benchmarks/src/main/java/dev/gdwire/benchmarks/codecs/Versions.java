package dev.gdwire.benchmarks.codecs;

import com.alibaba.fastjson2.JSON;
import com.dslplatform.json.DslJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.avaje.jsonb.Jsonb;
import java.net.URL;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Which releases are compared. */
final class Versions {
    private static final List<Class<?>> OF_LIBRARIES =
            List.of(ObjectMapper.class, JsonMapper.class, JSON.class, DslJson.class, Jsonb.class);

    private Versions() {}

    /** A sentence that names the JAR files of the libraries, which have their versions. */
    static String line() {
        return OF_LIBRARIES.stream()
                .map(Versions::jar)
                .collect(Collectors.joining(", ", "Compared with ", "."));
    }

    private static String jar(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        String path = place.getPath();
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }
}
