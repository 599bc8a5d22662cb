package dev.gdwire.transport;

class SelectorTlsStressTest extends CallStressContract {
    SelectorTlsStressTest() {
        super(TestDriver.selector().withTls());
    }
}
