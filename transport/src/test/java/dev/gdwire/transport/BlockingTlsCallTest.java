package dev.gdwire.transport;

class BlockingTlsCallTest extends CallContract {
    BlockingTlsCallTest() {
        super(TestDriver.blocking().withTls());
    }
}
