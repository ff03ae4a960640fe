//! Which address the preview answers at: the wished port, or the next that is free.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs as _, UdpSocket};

/// How many ports are tried.
const TRIES: u16 = 50;

/// Where a preview is wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name or number of the interface.
    pub interface: String,
    /// The first port to try; 0 for any.
    pub port: u16,
}

/// Why a preview could not go on the air.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The interface has no address.
    #[error("`{interface}` is no address of this machine")]
    NoAddress {
        /// As it was given.
        interface: String,
    },
    /// The port is one that only an administrator may take.
    #[error("port {port} is for programs of the system, like all below 1024; name another with --port")]
    Reserved {
        /// As it was given.
        port: u16,
    },
    /// Every port tried is taken.
    #[error("the ports {first} to {last} are all taken; name another with --port")]
    AllTaken {
        /// The first.
        first: u16,
        /// The last.
        last: u16,
    },
    /// The system refused.
    #[error("cannot listen at {address}")]
    Refused {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The system gave no random numbers, or no thread.
    #[error("cannot {what}")]
    System {
        /// What was tried.
        what: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

impl BindError {
    pub(super) fn no_token(source: io::Error) -> Self {
        Self::System { what: "make a random name for the event channel", source }
    }

    pub(super) fn no_thread(source: io::Error) -> Self {
        Self::System { what: "start the server", source }
    }
}

/// Ports that are ours.
#[derive(Debug)]
pub(super) struct Bound {
    /// The address to name.
    pub(super) address: SocketAddr,
    /// The name of the interface, if it was given by name.
    pub(super) name: Option<String>,
    pub(super) listeners: Vec<TcpListener>,
}

impl Bound {
    /// Where a browser on this machine goes, and where one on another machine, if that is another place that is known.
    pub(super) fn ways(&self) -> (SocketAddr, Option<SocketAddr>) {
        let at = |ip| SocketAddr::new(ip, self.address.port());
        match self.address.ip() {
            ip if !ip.is_unspecified() => (self.address, None),
            IpAddr::V4(_) => (at(Ipv4Addr::LOCALHOST.into()), own_number(Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(192, 0, 2, 1).into()).map(at)),
            IpAddr::V6(_) => {
                (at(Ipv6Addr::LOCALHOST.into()), own_number(Ipv6Addr::UNSPECIFIED.into(), Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into()).map(at))
            }
        }
    }
}

/// The number that this machine has for others, if it is in a network. Nothing is sent to `far`: the system only says from where it would be.
fn own_number(here: IpAddr, far: IpAddr) -> Option<IpAddr> {
    let socket = UdpSocket::bind((here, 0)).ok()?;
    socket.connect((far, 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_unspecified() && !ip.is_loopback())
}

/// Takes the first free port. What is bound is ours: nothing is probed and let go again.
pub(super) fn bind(place: &Place) -> Result<Bound, BindError> {
    let number: Option<IpAddr> = place.interface.trim_matches(['[', ']']).parse().ok();
    let ip = number.or_else(|| (place.interface.as_str(), 0).to_socket_addrs().ok()?.map(|address| address.ip()).min_by_key(IpAddr::is_ipv6));
    let ip = ip.ok_or_else(|| BindError::NoAddress { interface: place.interface.clone() })?;
    let name = number.is_none().then(|| place.interface.to_ascii_lowercase());
    let last = place.port.saturating_add(TRIES - 1);
    for port in place.port..=last {
        let address = SocketAddr::new(ip, port);
        match bind_all(address) {
            Ok(listeners) => {
                let address = listeners.first().and_then(|listener| listener.local_addr().ok()).unwrap_or(address);
                return Ok(Bound { address, name, listeners });
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && place.port != 0 => {}
            Err(error) => return Err(refused(place, address, error)),
        }
    }
    Err(BindError::AllTaken { first: place.port, last })
}

fn refused(place: &Place, address: SocketAddr, source: io::Error) -> BindError {
    match source.kind() {
        io::ErrorKind::AddrNotAvailable => BindError::NoAddress { interface: place.interface.clone() },
        io::ErrorKind::PermissionDenied if address.port() < 1024 => BindError::Reserved { port: address.port() },
        _ => BindError::Refused { address, source },
    }
}

/// On 127.0.0.1 also on its like of IPv6: a browser may take `localhost` for either, and must not meet another program there.
fn bind_all(address: SocketAddr) -> io::Result<Vec<TcpListener>> {
    let listener = TcpListener::bind(address)?;
    let port = listener.local_addr()?.port();
    let mut listeners = vec![listener];
    if address.ip() == Ipv4Addr::LOCALHOST {
        match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
            Ok(other) => listeners.push(other),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
            // A machine without IPv6.
            Err(_) => {}
        }
    }
    Ok(listeners)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_the_next() {
        let first = bind(&Place { interface: "127.0.0.1".to_owned(), port: 0 }).unwrap();
        let port = first.address.port();
        let second = bind(&Place { interface: "localhost".to_owned(), port }).unwrap();
        assert!(second.address.port() > port && second.address.port() < port + TRIES);
        assert_eq!(second.name.as_deref(), Some("localhost"));
        assert!(matches!(bind(&Place { interface: "no such host.invalid".to_owned(), port: 0 }), Err(BindError::NoAddress { .. })));
    }

    #[test]
    fn a_refusal_says_what_to_do() {
        let place = Place { interface: "127.0.0.1".to_owned(), port: 80 };
        let check = |port, kind: io::ErrorKind, expected: &str| {
            assert_eq!(refused(&place, SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port), kind.into()).to_string(), expected);
        };
        check(80, io::ErrorKind::PermissionDenied, "port 80 is for programs of the system, like all below 1024; name another with --port");
        check(4321, io::ErrorKind::PermissionDenied, "cannot listen at 127.0.0.1:4321");
        check(4321, io::ErrorKind::AddrNotAvailable, "`127.0.0.1` is no address of this machine");
    }
}
