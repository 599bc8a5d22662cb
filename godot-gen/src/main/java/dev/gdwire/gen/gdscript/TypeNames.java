package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Classes and files of all types of a schema set, each of its own, in any order of the types. */
final class TypeNames {
    private static final Comparator<TypeName> ORDER =
            Comparator.<TypeName>naturalOrder()
                    .thenComparing(name -> String.join(" ", name.words()));

    private final Map<TypeName, String> classes = new HashMap<>();
    private final Map<TypeName, String> files = new HashMap<>();
    private final Set<String> classNames = new HashSet<>();

    /**
     * Names of a whole set.
     *
     * @param globalClass name of the set's own class, which no type can have
     */
    TypeNames(Collection<TypeName> types, Optional<String> globalClass) {
        globalClass.ifPresent(classNames::add);
        Set<String> fileNames = new HashSet<>();
        List<TypeName> sorted = types.stream().sorted(ORDER).toList();
        for (TypeName type : sorted) {
            classes.put(type, NameAssignment.numbered(GdNames.type(type), classNames));
            // Some file systems do not tell capitals from small letters.
            String file = GdNames.file(type).toLowerCase(Locale.ROOT);
            files.put(type, NameAssignment.numbered(file, fileNames));
        }
    }

    String className(TypeName type) {
        return classes.get(type);
    }

    boolean isClassName(String name) {
        return classNames.contains(name);
    }

    /** Without its ending. */
    String file(TypeName type) {
        return files.get(type);
    }
}
