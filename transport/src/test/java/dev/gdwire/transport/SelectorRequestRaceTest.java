package dev.gdwire.transport;

class SelectorRequestRaceTest extends RequestRaceContract {
    SelectorRequestRaceTest() {
        super(TestDriver.selector());
    }
}
