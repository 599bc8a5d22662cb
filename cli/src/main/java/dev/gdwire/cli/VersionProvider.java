package dev.gdwire.cli;

import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote beside this class. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Properties properties = new Properties();
        try (InputStream in = VersionProvider.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new GdwireException("the version cannot be read: " + e.getMessage(), e);
        }
        return new String[] {"gdwire " + properties.getProperty("version")};
    }
}
