package dev.gdwire.transport;

class BlockingBackpressureTest extends BackpressureContract {
    BlockingBackpressureTest() {
        super(TestDriver.blocking());
    }
}
