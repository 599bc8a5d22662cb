package dev.gdwire.transport;

class SelectorBackpressureTest extends BackpressureContract {
    SelectorBackpressureTest() {
        super(TestDriver.selector());
    }
}
