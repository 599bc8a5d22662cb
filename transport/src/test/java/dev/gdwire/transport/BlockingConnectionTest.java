package dev.gdwire.transport;

class BlockingConnectionTest extends ConnectionContract {
    BlockingConnectionTest() {
        super(TestDriver.blocking());
    }
}
