package dev.gdwire.gen.java;

import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Emitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes the Java side of a schema set. It is stateless, and the same input gives the same files,
 * byte for byte.
 */
public final class JavaEmitter implements Emitter {
    /** An emitter. */
    public JavaEmitter() {}

    /**
     * The Java sources of a schema set, sorted by path, in the package of the options, else of
     * {@code protocol.json}, else of the set's name.
     */
    @Override
    public List<GeneratedFile> emit(Protocol protocol, EmitOptions options, Problems problems) {
        String javaPackage = javaPackage(protocol, options);
        new NameChecker(protocol, javaPackage, problems).check();
        return problems.hasErrors() ? List.of() : emit(protocol, javaPackage);
    }

    /** The package that the generated classes are in. */
    public static String javaPackage(Protocol protocol, EmitOptions options) {
        return options.javaPackage().or(protocol::javaPackage).orElse(protocol.name());
    }

    /** The Java sources of a schema set whose names have no problems. */
    List<GeneratedFile> emit(Protocol protocol, String javaPackage) {
        JavaSet set = new JavaSet(protocol, javaPackage);
        JavaTypes types = new JavaTypes(set);
        Components components = new Components(set, types);
        SourceWriter writer = new SourceWriter(set);

        List<GeneratedFile> files = new ArrayList<>();
        TypeEmitter emitter = new TypeEmitter(set, types, components);
        for (TypeDef type : set.all()) {
            String schema = type.source().file();
            emitter.emit(type).forEach(each -> files.add(writer.write(each, schema)));
        }
        if (!protocol.rules().isEmpty()) {
            files.add(writer.write(new RulesEmitter(set).emit()));
        }
        RegistryEmitter registry = new RegistryEmitter(set);
        List<TypeSpec.Builder> ofSet = new ArrayList<>(registry.interfaces());
        ofSet.add(registry.registry());
        if (set.hasDeprecatedMessages()) {
            ofSet.forEach(type -> type.addAnnotation(RunTime.MAY_BE_DEPRECATED));
        }
        ofSet.forEach(type -> files.add(writer.write(type)));
        files.add(writer.packageInfo());
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }

    /** Name of the class by which {@link java.util.ServiceLoader} finds the set. */
    public static String provider(Protocol protocol, EmitOptions options) {
        return new JavaSet(protocol, javaPackage(protocol, options)).registry().canonicalName();
    }
}
