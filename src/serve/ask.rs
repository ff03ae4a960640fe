//! The other side of `guidepost why`: asks a running preview of the same user, and waits only so long.

use std::io;
use std::time::Duration;

use http_body_util::{BodyExt as _, Empty};
use hyper::body::Bytes;
use hyper::{Request, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

use super::record::OnAir;

/// How long a preview may take to answer. It answers from memory, also in the middle of a build.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the preview knows of the page at `address`, such as `/healthcare/nurse/`: see `why::document`.
pub fn why(on_air: &OnAir, address: &str) -> io::Result<Value> {
    let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("page", address).finish();
    let target = format!("{}why?{query}", on_air.own);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    let bytes = runtime.block_on(async { tokio::time::timeout(PATIENCE, get(on_air, &target)).await.map_err(|_| io::ErrorKind::TimedOut)? })?;
    serde_json::from_slice(&bytes).map_err(io::Error::other)
}

async fn get(on_air: &OnAir, target: &str) -> io::Result<Bytes> {
    let stream = TcpStream::connect(on_air.address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
    tokio::spawn(connection);
    let request = Request::get(target).header(header::HOST, on_air.address.to_string()).body(Empty::<Bytes>::new()).map_err(io::Error::other)?;
    let reply = sender.send_request(request).await.map_err(io::Error::other)?;
    if !reply.status().is_success() {
        return Err(io::Error::other(reply.status().to_string()));
    }
    Ok(reply.into_body().collect().await.map_err(io::Error::other)?.to_bytes())
}
