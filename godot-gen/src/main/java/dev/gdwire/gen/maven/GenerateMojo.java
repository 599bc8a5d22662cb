package dev.gdwire.gen.maven;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorResult;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.schema.MessageLayout;
import dev.gdwire.gen.schema.Strictness;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Generates the Java side of a schema set, and the Godot side when {@code godotOut} is given. Files
 * whose bytes would not change are left alone.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** Folder of the schema set. */
    @Parameter(defaultValue = "${project.basedir}/src/main/schemas", required = true)
    private File schemas;

    /** Package of the generated Java, over the one of protocol.json. */
    @Parameter private String javaPackage;

    /** Name of the set, over the one of protocol.json and the folder's. */
    @Parameter private String name;

    /** Where the messages are: each file is one, or each object in $defs; FILES or DEFS. */
    @Parameter private MessageLayout messages;

    /** The property that tells messages apart, over the one of protocol.json. */
    @Parameter private String discriminator;

    /** Whether keywords that are not supported are warnings instead of errors. */
    @Parameter(defaultValue = "false")
    private boolean lenient;

    /** Folder for Java sources, which Maven compiles then. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/gdwire")
    private File javaOut;

    /** The folder of project.godot, where the add-on and the scripts go; none when not given. */
    @Parameter private File godotOut;

    /** Folder for resources, which Maven copies then. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/gdwire")
    private File resourcesOut;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** A goal, which Maven fills. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoFailureException {
        GeneratorResult result =
                new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter()).run(request());
        print(result);
        Protocol protocol =
                result.loaded()
                        .protocol()
                        .orElseThrow(
                                () ->
                                        new MojoFailureException(
                                                schemas
                                                        + ": "
                                                        + result.loaded().counted()
                                                        + ", see above"));
        addProvider(protocol);
        project.addCompileSourceRoot(javaOut.getPath());
        project.addResource(resources());
        getLog().info(
                        "Gdwire: %s has %d messages; %d files written, %d unchanged, %d deleted"
                                .formatted(
                                        protocol.name(),
                                        protocol.messages().size(),
                                        result.report().written(),
                                        result.report().unchanged(),
                                        result.report().deleted()));
    }

    private GeneratorRequest request() {
        return GeneratorRequest.of(schemas.toPath())
                .javaOut(javaOut.toPath())
                .javaPackage(javaPackage)
                .godotOut(godotOut == null ? null : godotOut.toPath())
                .name(name)
                .messages(messages)
                .discriminator(discriminator)
                .strictness(lenient ? Strictness.LENIENT : Strictness.STRICT)
                .build();
    }

    private void print(GeneratorResult result) {
        String text = result.loaded().printed();
        boolean errors = result.loaded().hasErrors();
        text.lines()
                .forEach(
                        line -> {
                            if (errors) {
                                getLog().error(line);
                            } else {
                                getLog().warn(line);
                            }
                        });
    }

    private void addProvider(Protocol protocol) throws MojoFailureException {
        EmitOptions options = new EmitOptions(Optional.ofNullable(javaPackage));
        try {
            ServiceFile.in(resourcesOut.toPath(), javaOut.toPath())
                    .add(JavaEmitter.provider(protocol, options));
        } catch (IOException e) {
            throw new MojoFailureException(
                    resourcesOut + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Resource resources() {
        Resource resource = new Resource();
        resource.setDirectory(resourcesOut.getPath());
        return resource;
    }
}
