package dev.gdwire.transport;

class BlockingLifeCycleTest extends LifeCycleContract {
    BlockingLifeCycleTest() {
        super(TestDriver.blocking());
    }
}
