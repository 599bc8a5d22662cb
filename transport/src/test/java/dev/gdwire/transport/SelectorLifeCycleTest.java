package dev.gdwire.transport;

class SelectorLifeCycleTest extends LifeCycleContract {
    SelectorLifeCycleTest() {
        super(TestDriver.selector());
    }
}
