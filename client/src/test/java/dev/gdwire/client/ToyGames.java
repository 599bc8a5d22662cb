package dev.gdwire.client;

/** Games of the toy protocol that several tests play. */
final class ToyGames {
    private ToyGames() {}

    static SimulatedGameBuilder echo() {
        return SimulatedGame.builder(ToyProtocol.TOY)
                .onRequest(Toy.Ask.class, (ask, peer) -> new Toy.Answer(ask.n() + 1));
    }

    static SimulatedGame gameThatMoves(int times) {
        return echo().onProblem(problem -> {})
                .onConnect(
                        peer -> {
                            for (int i = 0; i < times; i++) {
                                peer.send(new Toy.Moved(i));
                            }
                        })
                .listen(0);
    }
}
