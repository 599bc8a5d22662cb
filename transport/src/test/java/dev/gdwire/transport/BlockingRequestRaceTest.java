package dev.gdwire.transport;

class BlockingRequestRaceTest extends RequestRaceContract {
    BlockingRequestRaceTest() {
        super(TestDriver.blocking());
    }
}
