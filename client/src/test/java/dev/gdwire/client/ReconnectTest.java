package dev.gdwire.client;

class ReconnectTest extends ReconnectContract {
    @Override
    SimulatedGameBuilder threads(SimulatedGameBuilder builder) {
        return builder;
    }
}
