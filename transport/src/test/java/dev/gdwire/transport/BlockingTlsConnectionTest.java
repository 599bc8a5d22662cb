package dev.gdwire.transport;

class BlockingTlsConnectionTest extends ConnectionContract {
    BlockingTlsConnectionTest() {
        super(TestDriver.blocking().withTls());
    }
}
