package dev.gdwire.transport;

class SelectorConnectionTest extends ConnectionContract {
    SelectorConnectionTest() {
        super(TestDriver.selector());
    }
}
