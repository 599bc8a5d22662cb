package dev.gdwire.transport;

class SelectorCallStressTest extends CallStressContract {
    SelectorCallStressTest() {
        super(TestDriver.selector());
    }
}
