package dev.gdwire.client;

class SharedReconnectTest extends ReconnectContract {
    @Override
    SimulatedGameBuilder threads(SimulatedGameBuilder builder) {
        return builder.sharedThreads(1);
    }
}
