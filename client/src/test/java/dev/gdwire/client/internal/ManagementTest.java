package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.GdwireException;
import org.junit.jupiter.api.Test;

class ManagementTest {
    @Test
    void aRunTimeWithoutManagedBeansIsToldWhatToDo() {
        ClassLoader without =
                new ClassLoader(null) {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve)
                            throws ClassNotFoundException {
                        throw new ClassNotFoundException(name);
                    }
                };
        Management.require();
        assertThatThrownBy(() -> Management.require(without))
                .isInstanceOf(GdwireException.class)
                .hasMessage(
                        "jmx needs the module java.management, which this program runs without:"
                                + " start it with --add-modules java.management, or link it into"
                                + " the run time image.");
    }
}
