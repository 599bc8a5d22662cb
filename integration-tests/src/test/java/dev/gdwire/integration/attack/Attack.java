package dev.gdwire.integration.attack;

import java.io.IOException;
import java.net.Socket;
import java.util.Random;

/** What hostile peers do. */
enum Attack {
    SLOW_HANDSHAKE("32 connections that say their hello a byte at a time") {
        @Override
        void begin(Assailants assailants) {
            assailants.each(32, () -> drip(assailants, assailants.connect(), Assailants.hello()));
        }
    },
    SLOW_MESSAGE("32 peers that say a message a byte at a time") {
        @Override
        void begin(Assailants assailants) {
            byte[] line = Payloads.bytes("{\"type\":\"ask\",\"$id\":1,\"n\":123456789012");
            assailants.each(32, () -> drip(assailants, assailants.open(), line));
        }
    },
    HALF_OPEN("10,000 connections (to Godot 1,000) that say nothing") {
        @Override
        void begin(Assailants assailants) {
            assailants.each(
                    4,
                    () -> {
                        for (int i = 0;
                                i < assailants.force().connections() / 4 && !assailants.isOver();
                                i++) {
                            assailants.connect();
                        }
                        assailants.pause(Long.MAX_VALUE);
                    });
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.connections() >= assailants.force().connections();
        }
    },
    CHURN("connections that are made and ended as fast as that goes") {
        @Override
        void begin(Assailants assailants) {
            assailants.each(
                    4,
                    () -> {
                        while (!assailants.isOver()) {
                            Socket socket = assailants.connect();
                            assailants.write(socket, Payloads.bytes("{"));
                            assailants.hangUp(socket);
                        }
                    });
        }
    },
    TLS_SHAKES("connections that begin a handshake of TLS, hear the answer and go") {
        @Override
        void begin(Assailants assailants) {
            byte[] words = TlsDial.firstWords();
            assailants.each(
                    4,
                    () -> {
                        while (!assailants.isOver()) {
                            Socket socket = assailants.connect();
                            assailants.write(socket, words);
                            assailants.hear(socket);
                            assailants.hangUp(socket);
                        }
                    });
        }
    },
    TLS_STALLS("connections that begin a handshake of TLS and say no more") {
        @Override
        void begin(Assailants assailants) {
            byte[] words = TlsDial.firstWords();
            assailants.each(
                    4,
                    () -> {
                        while (!assailants.isOver()) {
                            assailants.write(assailants.connect(), words);
                            assailants.pause(2);
                        }
                    });
        }
    },
    RANDOM_BYTES("8 peers that send random bytes") {
        @Override
        void begin(Assailants assailants) {
            byte[] bytes = new byte[Payloads.CHUNK];
            new Random(1).nextBytes(bytes);
            flood(assailants, bytes);
        }
    },
    RANDOM_GREETING("connections that greet with random bytes, again and again") {
        @Override
        void begin(Assailants assailants) {
            byte[] bytes = new byte[Payloads.CHUNK];
            new Random(2).nextBytes(bytes);
            assailants.each(
                    4,
                    () -> {
                        while (!assailants.isOver()) {
                            Socket socket = assailants.connect();
                            assailants.drain(socket);
                            try {
                                assailants.write(socket, bytes);
                            } catch (IOException refused) {
                                // As it should be.
                            }
                            assailants.hangUp(socket);
                        }
                    });
        }
    },
    NEWLINES("8 peers that send empty lines") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.repeated("\n"));
        }
    },
    GARBAGE_LINES("8 peers that send lines that are no JSON") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.repeated("garbage\n"));
        }
    },
    ENDLESS_LINE(
            "8 peers that send a line of 'a' that never ends, 1 GiB of it (to Godot 128 MiB)") {
        @Override
        void begin(Assailants assailants) {
            endless(assailants, "", "a");
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.sentBytes() >= assailants.force().bytes();
        }
    },
    ENDLESS_TEXT("8 peers that send a text that never ends, 1 GiB of it (to Godot 128 MiB)") {
        @Override
        void begin(Assailants assailants) {
            endless(assailants, "{\"type\":\"echo\",\"text\":\"", "a");
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.sentBytes() >= assailants.force().bytes();
        }
    },
    LYING_BLOBS(
            "8 peers whose blobs claim to have 2,147,483,646 bytes, and others more than come") {
        @Override
        void begin(Assailants assailants) {
            flood(
                    assailants,
                    Payloads.bytes(
                            "#2147483646\n" + "x".repeat(1000) + "\n#1048000\n{}\n#0\n#0\n"));
        }
    },
    PATIENT_BLOBS("32 peers that announce a blob of 1 MB and send all of it but the end") {
        @Override
        void begin(Assailants assailants) {
            assailants.each(
                    32,
                    () -> {
                        Socket socket = assailants.open();
                        assailants.write(
                                socket, Payloads.bytes("#1000000\n" + "x".repeat(999_000)));
                        assailants.pause(Long.MAX_VALUE);
                    });
        }
    },
    DEEP_ARRAYS("8 peers that send lines of 1 MB of [ and ]") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.nested("[", "]", 500_000));
        }
    },
    DEEP_OBJECTS("8 peers that send objects in objects, 150,000 deep") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.nested("{\"a\":", "}", 150_000));
        }
    },
    DEEPEST_ALLOWED("8 peers that send the deepest JSON that is read, 1,000 levels") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.nested("[", "]", 1_000));
        }
    },
    DEEP_TREE("8 peers that send a typed tree of 25,000 levels") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.tree(25_000));
        }
    },
    EMPTY_ARRAYS("8 peers that send lines of 1 MB of empty arrays") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.load("load", "any", "[", "[]", "]"));
        }
    },
    EMPTY_OBJECTS("8 peers that send lines of 1 MB of empty objects") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.load("load", "any", "[", "{}", "]"));
        }
    },
    TINY_NUMBERS("8 peers that send lines of 1 MB of one-digit numbers") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.load("load", "numbers", "[", "0", "]"));
        }
    },
    TINY_MEMBERS("8 peers that send objects of 90,000 members") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.members(90_000));
        }
    },
    UNKNOWN_TYPES("8 peers that send messages of types that nobody knows") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.repeated("{\"type\":\"nobody_knows\",\"n\":1}\n"));
        }
    },
    INVALID_MESSAGES("8 peers that send messages that do not fit their schema") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.repeated("{\"type\":\"ask\",\"$id\":1,\"n\":\"one\"}\n"));
        }
    },
    REQUESTS("8 peers that send requests and read the answers") {
        @Override
        void begin(Assailants assailants) {
            ask(assailants);
        }
    },
    REQUESTS_UNREAD("8 peers that send requests and read no answer") {
        @Override
        void begin(Assailants assailants) {
            askWithoutReading(assailants);
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.areStuck();
        }
    },
    SAME_REQUEST("8 peers that send the same request again and again") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.repeated("{\"type\":\"ask\",\"n\":1,\"$id\":1}\n"));
        }
    },
    REPLIES_TO_NOTHING("8 peers that answer what nobody asked") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.repeated("{\"type\":\"answer\",\"n\":1,\"$re\":77}\n"));
        }
    },
    ERRORS("8 peers that send errors") {
        @Override
        void begin(Assailants assailants) {
            flood(
                    assailants,
                    Payloads.repeated(
                            "{\"gdwire\":\"error\",\"code\":\"malformed\",\"message\":\"you\"}\n"));
        }
    },
    PINGS_UNREAD("8 peers that send pings and read no pong") {
        @Override
        void begin(Assailants assailants) {
            floodWithoutReading(
                    assailants, Payloads.repeated("{\"gdwire\":\"ping\",\"nonce\":1}\n"));
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.areStuck();
        }
    },
    ECHOES_UNREAD("8 peers that send texts of 100 kB and never read what comes back") {
        @Override
        void begin(Assailants assailants) {
            String text = "x".repeat(100_000);
            floodWithoutReading(
                    assailants, Payloads.bytes("{\"type\":\"echo\",\"text\":\"" + text + "\"}\n"));
        }

        @Override
        boolean isDone(Assailants assailants) {
            // A game goes on reading: there a send to who does not read gives ERR_BUSY.
            return assailants.areStuck() || assailants.sentBytes() >= assailants.force().bytes();
        }
    },
    UNHEARD("8 peers that send texts of 1 MB that no handler takes") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.text("unheard", "any"));
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.sentBytes() >= 400 * MEBIBYTE || assailants.areStuck();
        }
    },
    UNHEARD_OBJECTS("8 peers that send 1 MB of empty objects that no handler takes") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.load("unheard", "any", "[", "{}", "]"));
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.sentBytes() >= 100 * MEBIBYTE || assailants.areStuck();
        }
    },
    UNACKNOWLEDGED("8 peers with sessions that ask, read the answers and acknowledge none") {
        @Override
        void begin(Assailants assailants) {
            assailants.each(
                    MANY,
                    () -> {
                        while (!assailants.isOver()) {
                            Socket socket = assailants.openLasting();
                            assailants.drain(socket);
                            try {
                                askOn(assailants, socket);
                            } catch (IOException lost) {
                                // What is kept for it has its limit: then another session begins.
                            }
                        }
                    });
        }
    },
    ABANDONED_SESSIONS("connections with sessions that are left as soon as they stand") {
        @Override
        void begin(Assailants assailants) {
            assailants.each(
                    4,
                    () -> {
                        while (!assailants.isOver()) {
                            try {
                                assailants.hangUp(assailants.openLasting());
                            } catch (IOException full) {
                                // Its sessions wait for it, and so does it.
                                assailants.pause(10);
                            }
                        }
                    });
        }
    },
    WORK("8 peers that send texts of 1 MB to a handler that takes a while") {
        @Override
        void begin(Assailants assailants) {
            flood(assailants, Payloads.text("work", "text"));
        }

        @Override
        boolean isDone(Assailants assailants) {
            return assailants.sentBytes() >= 400 * MEBIBYTE || assailants.areStuck();
        }
    };

    private static final int MANY = 8;
    private static final long MEBIBYTE = 1 << 20;
    private static final int DRIP_MILLIS = 20;

    private final String description;

    Attack(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Begins it, on threads of the assailants. */
    abstract void begin(Assailants assailants);

    /** Whether it has done what it is named for; before, it does not end. */
    boolean isDone(Assailants assailants) {
        return true;
    }

    private static void drip(Assailants assailants, Socket socket, byte[] bytes)
            throws IOException, InterruptedException {
        for (int i = 0; i < bytes.length - 1 && !assailants.isOver(); i++) {
            assailants.write(socket, new byte[] {bytes[i]});
            assailants.pause(DRIP_MILLIS);
        }
        assailants.pause(Long.MAX_VALUE);
    }

    private static void flood(Assailants assailants, byte[] bytes) {
        assailants.each(
                MANY,
                () -> {
                    Socket socket = assailants.open();
                    assailants.drain(socket);
                    repeat(assailants, socket, bytes);
                });
    }

    private static void floodWithoutReading(Assailants assailants, byte[] bytes) {
        assailants.each(MANY, () -> repeat(assailants, assailants.open(), bytes));
    }

    private static void endless(Assailants assailants, String beginning, String rest) {
        assailants.each(
                MANY,
                () -> {
                    Socket socket = assailants.open();
                    assailants.drain(socket);
                    assailants.write(socket, Payloads.bytes(beginning));
                    repeat(assailants, socket, Payloads.repeated(rest));
                });
    }

    private static void repeat(Assailants assailants, Socket socket, byte[] bytes)
            throws IOException {
        while (!assailants.isOver()) {
            assailants.write(socket, bytes);
        }
    }

    private static void ask(Assailants assailants) {
        assailants.each(
                MANY,
                () -> {
                    Socket socket = assailants.open();
                    assailants.drain(socket);
                    askOn(assailants, socket);
                });
    }

    private static void askWithoutReading(Assailants assailants) {
        assailants.each(MANY, () -> askOn(assailants, assailants.open()));
    }

    private static void askOn(Assailants assailants, Socket socket) throws IOException {
        for (long id = 1; !assailants.isOver(); id += Payloads.REQUESTS) {
            assailants.write(socket, Payloads.requests(id));
        }
    }
}
