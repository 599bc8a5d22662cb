package dev.gdwire.gen.java;

import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Emitter;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
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
        Components components = new Components(types, new Literals(set, types));
        SourceWriter writer = new SourceWriter(set);

        List<GeneratedFile> files = new ArrayList<>();
        RecordEmitter records = new RecordEmitter(set, types, components);
        CodecEmitter codecs = new CodecEmitter(set, components);
        for (RecordDef record : set.records()) {
            String schema = record.source().file();
            files.add(writer.write(records.emit(record), schema));
            files.add(writer.write(codecs.emit(record), schema));
        }
        EnumEmitter enums = new EnumEmitter(set);
        for (EnumDef definition : set.enums()) {
            files.add(writer.write(enums.emit(definition), definition.source().file()));
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
