package dev.gdwire.cli;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.transport.Tls;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gdwire certificate}: makes a self-signed pair for TLS. */
@Command(
        name = "certificate",
        description = {
            "Makes a self-signed certificate and its key for TLS, gdwire.crt and gdwire.key.",
            "The side that listens has both; the side that connects has the certificate, or its"
                    + " pin, which is printed."
        },
        mixinStandardHelpOptions = true)
final class CertificateCommand implements Callable<Integer> {
    static final String CERTIFICATE = "gdwire.crt";
    static final String KEY = "gdwire.key";
    private static final int MOST_DAYS = 36_500;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; files that are there stay.")
    private Path out;

    @Option(
            names = "--host",
            paramLabel = "NAME_OR_IP",
            description =
                    "Names and addresses of the side that listens, beside gdwire, localhost,"
                            + " 127.0.0.1 and ::1. Who pins the certificate needs none.")
    private List<String> hosts = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "3650",
            description =
                    "How long it is valid; ${DEFAULT-VALUE} unless given. Godot looks at that, a"
                            + " pin in Java does not.")
    private int days;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(
                    spec.commandLine(), "--days is from 1 to %d: %d".formatted(MOST_DAYS, days));
        }
        Path certificate = out.resolve(CERTIFICATE);
        Path key = out.resolve(KEY);
        for (Path file : List.of(certificate, key)) {
            if (Files.exists(file)) {
                throw new GdwireException(
                        file
                                + " is there already: remove it if it is of no use any more, or"
                                + " give another folder");
            }
        }
        SelfSigned.make(hosts, days).write(certificate, key);
        PrintWriter console = spec.commandLine().getOut();
        console.println("certificate: " + certificate);
        console.println("key:         " + key + " (keep it secret: it stays where you listen)");
        console.println("pin:         " + Tls.pin(certificate));
        return 0;
    }
}
