// The portal's own script: shows what would be posted.

document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  document.getElementById("sent").textContent = JSON.stringify(Object.fromEntries(new FormData(event.target)));
});
