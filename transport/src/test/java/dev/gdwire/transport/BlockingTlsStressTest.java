package dev.gdwire.transport;

class BlockingTlsStressTest extends CallStressContract {
    BlockingTlsStressTest() {
        super(TestDriver.blocking().withTls());
    }
}
