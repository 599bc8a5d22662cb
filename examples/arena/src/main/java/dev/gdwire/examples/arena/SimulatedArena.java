package dev.gdwire.examples.arena;

import dev.gdwire.client.SimulatedGame;
import dev.gdwire.client.SimulatedGame.Peer;
import dev.gdwire.examples.arena.messages.ArenaProtocol;
import dev.gdwire.examples.arena.messages.ObstacleHit;
import dev.gdwire.examples.arena.messages.TargetReached;
import dev.gdwire.examples.arena.world.ArenaListener;
import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.godot.Vector2;
import dev.gdwire.protocol.rl.Close;
import dev.gdwire.protocol.rl.Describe;
import dev.gdwire.protocol.rl.Observation;
import dev.gdwire.protocol.rl.Reset;
import dev.gdwire.protocol.rl.RlProtocol;
import dev.gdwire.protocol.rl.Step;
import dev.gdwire.transport.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The game without Godot: its rules in Java, behind a socket of this machine that speaks as the
 * game does. Like the game it has one world, which every peer can step. Safe for use by many
 * threads.
 */
public final class SimulatedArena implements ArenaGame {
    private final RlWorld world = new RlWorld(new Events());
    private final SimulatedGame game;
    private @Nullable Peer stepping;
    private String trouble = "";

    private SimulatedArena(int port) {
        game =
                SimulatedGame.builder(RlProtocol.INSTANCE, ArenaProtocol.INSTANCE)
                        .onRequest(Describe.class, (request, peer) -> RlWorld.describe())
                        .onRequest(Reset.class, (request, peer) -> reset(request))
                        .onRequest(Step.class, this::step)
                        .on(Close.class, (message, peer) -> peer.close())
                        .onProblem(this::note)
                        .listen(port);
    }

    /**
     * Starts to listen.
     *
     * @param port the port, or 0 for any that is free
     * @throws dev.gdwire.transport.ListenException if the port cannot be had
     */
    public static SimulatedArena start(int port) {
        return new SimulatedArena(port);
    }

    private synchronized Observation reset(Reset request) {
        return world.reset(request);
    }

    private synchronized Observation step(Step request, Peer peer) {
        stepping = peer;
        return world.step(request);
    }

    @Override
    public int port() {
        return game.port();
    }

    @Override
    public String place() {
        return "Java";
    }

    private synchronized void note(Problem problem) {
        if (trouble.isEmpty()) {
            trouble = problem.text();
        }
    }

    @Override
    public synchronized String lastWords() {
        return trouble;
    }

    @Override
    public void close() {
        game.close();
    }

    /** Tells the peer whose step it is what happens. */
    private final class Events implements ArenaListener {
        @Override
        public void targetReached(int agent, double x, double y, int steps) {
            send(new TargetReached(agent, position(x, y), steps));
        }

        @Override
        public void obstacleHit(int agent, double x, double y, double speed) {
            send(new ObstacleHit(agent, position(x, y), speed));
        }

        private void send(FromGodot message) {
            if (stepping != null) {
                stepping.send(message);
            }
        }

        private static Vector2 position(double x, double y) {
            return new Vector2((float) x, (float) y);
        }
    }
}
