package dev.gdwire.transport;

class BlockingCallStressTest extends CallStressContract {
    BlockingCallStressTest() {
        super(TestDriver.blocking());
    }
}
