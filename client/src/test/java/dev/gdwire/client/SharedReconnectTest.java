package dev.gdwire.client;

class SharedReconnectTest extends ReconnectContract {
    @Override
    SimulatedGameBuilder threads(SimulatedGameBuilder builder) {
        builder.settings(builder.settings().withSharedThreads(1));
        return builder;
    }
}
