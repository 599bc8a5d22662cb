package dev.gdwire.benchmarks.wire;

import java.io.IOException;

/** The process that listens. Its output is the port of the contestant and that of the control. */
final class ServerProcess {
    private ServerProcess() {}

    /** Takes the names of kind, shape and contestant. */
    public static void main(String[] arguments) {
        try {
            Tallies tallies = new Tallies();
            int port =
                    listen(
                            Kind.valueOf(arguments[0]),
                            Shape.valueOf(arguments[1]),
                            Contestant.valueOf(arguments[2]),
                            tallies);
            ControlServer control = new ControlServer(tallies);
            System.out.println(port + " " + control.port());
            control.serve();
            Fatal.end();
        } catch (IOException | InterruptedException | RuntimeException e) {
            Fatal.exit(e);
        }
    }

    private static int listen(Kind kind, Shape shape, Contestant contestant, Tallies tallies)
            throws IOException, InterruptedException {
        return switch (kind) {
            case ONE_WAY -> contestant.oneWay().receive(shape, tallies.fresh());
            case ROUND_TRIP -> contestant.roundTrips().answer(shape, tallies.fresh());
            case CONNECTIONS -> contestant.manyPeers().answer(tallies);
        };
    }
}
