// tries: to reach services of the host by their sockets
// honest: VALID
// never: ^connected
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class UnixSocket {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String path : List.of("/var/run/docker.sock", "/run/containerd/containerd.sock", "/run/dbus/system_bus_socket",
                (String) bait.get("unixSocket"))) {
            try {
                SocketChannel.open(UnixDomainSocketAddress.of(path));
                done.add(path);
            } catch (Exception refused) {
                // as it should be
            }
        }
        return done.isEmpty() ? "refused" : "connected to " + done;
    }
}
