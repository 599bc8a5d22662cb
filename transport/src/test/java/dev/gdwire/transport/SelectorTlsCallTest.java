package dev.gdwire.transport;

class SelectorTlsCallTest extends CallContract {
    SelectorTlsCallTest() {
        super(TestDriver.selector().withTls());
    }
}
