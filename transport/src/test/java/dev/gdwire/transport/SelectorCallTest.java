package dev.gdwire.transport;

class SelectorCallTest extends CallContract {
    SelectorCallTest() {
        super(TestDriver.selector());
    }
}
