package dev.gdwire.transport;

class SelectorTlsTest extends TlsContract {
    SelectorTlsTest() {
        super(TestDriver.selector());
    }
}
