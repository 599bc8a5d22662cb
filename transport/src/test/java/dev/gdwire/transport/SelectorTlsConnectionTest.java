package dev.gdwire.transport;

class SelectorTlsConnectionTest extends ConnectionContract {
    SelectorTlsConnectionTest() {
        super(TestDriver.selector().withTls());
    }
}
