package dev.gdwire.transport;

class BlockingTlsTest extends TlsContract {
    BlockingTlsTest() {
        super(TestDriver.blocking());
    }
}
